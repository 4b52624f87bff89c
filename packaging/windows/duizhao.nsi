; The Windows installer, made by `dev.py package` with NSIS 3 (makensis) from the folder that PyInstaller left:
;     makensis -NOCD -DVERSION=… -DICON=… -DOUTPUT=… packaging/windows/duizhao.nsi     started in that folder
;
; It installs for one user and asks for no administrator. It removes only what it brought: drafts are where their writer
; put them, and %APPDATA%\duizhao (settings, old drafts, unsaved text) stays too. /S installs and removes without a word.
; Exit codes: 0 done, 1 stopped by the user, 2 not done (too old a Windows, the program is open, the folder cannot be written).

Unicode true
!ifdef WIDE
    Target amd64-unicode    ; Debian's NSIS has it and a 64-bit Wine needs it; the NSIS of Windows makes x86 installers only
!endif
SetCompressor /SOLID lzma
SetCompressorDictSize 64    ; the two programs hold the same archive; one copy is packed
RequestExecutionLevel user
ManifestDPIAware true

!include MUI2.nsh
!include LogicLib.nsh
!include x64.nsh
!include FileFunc.nsh

!define NAME "对照检查写作助手"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\duizhao"
!define CLASSES "Software\Classes"
!define OLDEST_BUILD 15063    ; Windows 10 1703, the first that has the icuuc.dll that Qt asks for

Var WantsIcon    ; whether the desktop gets one: yes, no

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\duizhao"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME}安装程序"
VIAddVersionKey /LANG=2052 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT 许可，所含组件的许可见程序的“帮助”菜单"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "程序装在本人的用户文件夹里，不需要管理员权限，不联网。$\r$\n$\r$\n装过旧版本的，直接安装即可：草稿、设置、本次要求和以前保存的版本都保留。$\r$\n$\r$\n按“下一步”继续。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\duizhao.exe"
!define MUI_FINISHPAGE_RUN_TEXT "打开${NAME}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; Tell what stands in the way and stop; a silent run leaves with its exit code alone.
!macro Stop TEXT
    MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
    SetErrorLevel 2
    Quit
!macroend

; Wait until the program is closed: a file of a running program can be read but not opened for writing.
!macro WaitUntilClosed UN
Function ${UN}WaitUntilClosed
    again:
    IfFileExists "$INSTDIR\duizhao.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\duizhao.exe" a
    IfErrors 0 free
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}正在运行，或者安装文件夹不能写入。请先保存材料、关闭程序，再按“重试”。" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
    free:
    FileClose $0
    closed:
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function .onInit
    ${IfNot} ${RunningX64}
        !insertmacro Stop "这台电脑的Windows是32位的，本程序需要64位的Windows 10（1703）或更新的Windows，没有安装。"
    ${EndIf}
    SetRegView 64
    ReadRegStr $0 HKLM "SOFTWARE\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
    ${If} $0 < ${OLDEST_BUILD}
        !insertmacro Stop "这台电脑的Windows较旧（内部版本$0），本程序需要Windows 10（1703，内部版本${OLDEST_BUILD}）或更新的Windows，没有安装。Windows 7、8和Windows 10的2015、2016长期服务版都不能使用。"
    ${EndIf}
FunctionEnd

; Let double clicks on files with this ending open the program. SUFFIX, its name in the registry, what the user calls it.
!macro Associate SUFFIX KIND TITLE
    WriteRegStr HKCU "${CLASSES}\${SUFFIX}" "" "${KIND}"
    WriteRegStr HKCU "${CLASSES}\${KIND}" "" "${TITLE}"
    WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\duizhao.exe,0"
    WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\duizhao.exe" "%1"'
!macroend

; Take that back, unless another program has taken the ending over in the meantime.
!macro Dissociate SUFFIX KIND
    ReadRegStr $0 HKCU "${CLASSES}\${SUFFIX}" ""
    StrCmp $0 "${KIND}" 0 +2
    DeleteRegKey HKCU "${CLASSES}\${SUFFIX}"
    DeleteRegKey HKCU "${CLASSES}\${KIND}"
!macroend

Section
    SetShellVarContext current
    Call WaitUntilClosed
    ; An upgrade does not put an icon back that the user has taken off the desktop; uninstall.exe is there once a setup came to
    ; its end, so one that broke off at first still gets its icon.
    StrCpy $WantsIcon yes
    ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ${AndIfNot} ${FileExists} "$DESKTOP\${NAME}.lnk"
        StrCpy $WantsIcon no
    ${EndIf}
    ; what an older version had and this one has not; another program's folder of the same name is left alone
    IfFileExists "$INSTDIR\duizhao.exe" 0 +2
    RMDir /r "$INSTDIR\_internal"
    SetOutPath "$INSTDIR"
    ClearErrors
    File /r *
    IfErrors 0 written
    !insertmacro Stop "文件没有写全：$INSTDIR。请查看磁盘是否已满、是否被杀毒软件阻止，再安装一次。"
    written:
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\duizhao.exe"
    ${If} $WantsIcon == yes
        CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\duizhao.exe"
    ${EndIf}
    !insertmacro Associate ".duizhao" "duizhao.draft" "对照检查材料草稿"
    !insertmacro Associate ".duizhaoreq" "duizhao.requirements" "对照检查材料本次要求"
    !insertmacro Associate ".duizhaocrit" "duizhao.criticism" "批评意见"
    ${RefreshShellIcons}
    WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\duizhao.exe"
    WriteRegStr HKCU "${KEY}" "Publisher" "${NAME}"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    IntFmt $0 "0x%08X" $0
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

Section Uninstall
    SetShellVarContext current
    Call un.WaitUntilClosed
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\duizhao.exe"
    Delete "$INSTDIR\duizhao-cli.exe"
    Delete "$INSTDIR\uninstall.exe"
    ; only if it is empty: somebody may have kept drafts in it
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    Delete "$DESKTOP\${NAME}.lnk"
    !insertmacro Dissociate ".duizhao" "duizhao.draft"
    !insertmacro Dissociate ".duizhaoreq" "duizhao.requirements"
    !insertmacro Dissociate ".duizhaocrit" "duizhao.criticism"
    ${RefreshShellIcons}
    DeleteRegKey HKCU "${KEY}"
    MessageBox MB_OK|MB_ICONINFORMATION "程序已经卸载。草稿和Word文件都在原来的位置，没有改动。$\r$\n$\r$\n程序存放数据的文件夹也保留着，里面有设置、本次要求、以前保存的版本和未保存的内容：$\r$\n$APPDATA\duizhao$\r$\n$\r$\n确实不再需要的，可以自行删除这个文件夹。" /SD IDOK
SectionEnd
