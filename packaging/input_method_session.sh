#!/bin/sh
# One session of somebody who types Chinese, inside the Debian of input_method_trial.py: a screen, a window manager, an input
# method, the installed program with a draft; "nihao" and a blank are typed and the draft is saved.
#
#     input_method_session.sh fcitx|fcitx5|ibus DRAFT PICTURES
set -u
method=$1 draft=$2 pictures=$3
export DISPLAY=:94 HOME=/root/tried LANG=C.UTF-8 XDG_RUNTIME_DIR=/run/tried
rm -rf "$HOME" "$XDG_RUNTIME_DIR" "/tmp/.X${DISPLAY#:}-lock" "/tmp/.X11-unix/X${DISPLAY#:}" # as the session before left them
mkdir -p "$HOME/.config/fcitx" "$HOME/.config/fcitx5" "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"

# pinyin is what the method begins with
printf '[Profile]\nIMName=pinyin\nEnabledIMList=fcitx-keyboard-us:True,pinyin:True\nPreeditStringInClientWindow=False\n' >"$HOME/.config/fcitx/profile"
cat >"$HOME/.config/fcitx5/profile" <<'PROFILE'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
Layout=
[Groups/0/Items/1]
Name=pinyin
Layout=
[GroupOrder]
0=Default
PROFILE

case $method in # what im-config sets
fcitx | fcitx5) export QT_IM_MODULE=fcitx XMODIFIERS=@im=fcitx GTK_IM_MODULE=fcitx ;;
ibus) export QT_IM_MODULE=ibus XMODIFIERS=@im=ibus GTK_IM_MODULE=ibus ;;
esac

Xvfb "$DISPLAY" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
sleep 2
eval "$(dbus-launch --sh-syntax)"
openbox >/dev/null 2>&1 &
case $method in
fcitx) fcitx -D >"$HOME/method.log" 2>&1 & ;;
fcitx5) fcitx5 -D >"$HOME/method.log" 2>&1 & ;;
ibus) ibus-daemon -rx >"$HOME/method.log" 2>&1 & ;;
esac
running=$!
sleep 4
[ "$method" = ibus ] && ibus engine libpinyin >>"$HOME/method.log" 2>&1

duizhao "$draft" >"$HOME/program.log" 2>&1 &
program=$!
found=
for _ in $(seq 60); do
    found=$(xdotool search --onlyvisible --pid "$program" --name 对照检查 2>/dev/null | head -n 1)
    [ -n "$found" ] && break
    sleep 0.5
done
sleep 5 # what reads along has joined
xdotool windowactivate --sync "$found"
xdotool key ctrl+End
sleep 1
case $method in
fcitx5) fcitx5-remote -o ;;
fcitx) fcitx-remote -o ;;
esac
sleep 1
xdotool type --delay 150 nihao
sleep 2
import -window root "$pictures/$method-composing.png"
xdotool key space
sleep 1
xdotool key ctrl+s
sleep 3
import -window root "$pictures/$method-saved.png"
xdotool key alt+F4
for _ in $(seq 20); do
    kill -0 "$program" 2>/dev/null || break
    sleep 0.5
done
kill -0 "$program" 2>/dev/null && kill "$program"
wait "$program"
ended=$?
kill -0 "$running" 2>/dev/null && told=输入法在运行 || told=输入法没有运行
[ "$ended" = 0 ] && told=${told}，程序正常退出 || told=${told}，程序退出码是${ended}
echo "$told"
