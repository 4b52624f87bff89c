"""The window: the only folder that imports Qt. Panels show values and emit choices; main_window.py joins them."""
