"""What is said of files that cannot be read, and what to do with them."""

SAVE_AS = "请用WPS或Word打开它，“另存为”选“Word 文档（.docx）”，再打开新存的文件。"
BROKEN = (
    "文件已损坏或不完整，未能打开。可试着用WPS或Word打开并另存一份；如果是从U盘或微信复制的，请重新复制一次原文件。"
)
ENCRYPTED = "文件设了打开密码。请先用WPS或Word凭密码打开，取消密码后另存一份，再打开新存的文件。"
TOO_LARGE = "文件的内容太多，似不是对照检查材料。请确认所选的文件是否正确。"
