; The Windows installer, made with Inno Setup 6.3 or newer from what `dev.py package` leaves in dist\duizhao:
;     iscc /DVersion=... packaging\duizhao.iss
; UNPROVED: written by the manual of Inno Setup and never yet run; try it on a real Windows before giving it to anybody.
;
; It installs for one user and asks for no administrator. It removes only what it brought: drafts are where their writer
; put them, and %APPDATA%\duizhao (settings, old drafts, unsaved text) stays too.

#ifndef Version
  #error Say which version: iscc /DVersion=... (dev.py package prints the whole line)
#endif
#if !FileExists(AddBackslash(CompilerPath) + "Languages\ChineseSimplified.isl")
  #error Languages\ChineseSimplified.isl is not part of every Inno Setup: fetch it from the translations page of its site
#endif

[Setup]
AppId={{D61B1836-ADD6-4C7D-8D5A-D3B28E700CA1}
AppName=对照检查写作助手
AppVersion={#Version}
AppPublisher=对照检查写作助手
DefaultDirName={autopf}\duizhao
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; what Qt asks for: Windows 10 of 2018
MinVersion=10.0.17763
ChangesAssociations=yes
UninstallDisplayIcon={app}\duizhao.exe
OutputDir=..\dist
OutputBaseFilename=duizhao-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "zh"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"

[InstallDelete]
; what an older version had and this one has not
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\dist\duizhao\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\对照检查写作助手"; Filename: "{app}\duizhao.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.duizhao"; ValueType: string; ValueData: "duizhao.draft"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\duizhao.draft"; ValueType: string; ValueData: "对照检查材料草稿"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\duizhao.draft\DefaultIcon"; ValueType: string; ValueData: "{app}\duizhao.exe,0"
Root: HKA; Subkey: "Software\Classes\duizhao.draft\shell\open\command"; ValueType: string; ValueData: """{app}\duizhao.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.duizhaoreq"; ValueType: string; ValueData: "duizhao.requirements"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\duizhao.requirements"; ValueType: string; ValueData: "对照检查材料本次要求"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\duizhao.requirements\DefaultIcon"; ValueType: string; ValueData: "{app}\duizhao.exe,0"
Root: HKA; Subkey: "Software\Classes\duizhao.requirements\shell\open\command"; ValueType: string; ValueData: """{app}\duizhao.exe"" ""%1"""

[Run]
Filename: "{app}\duizhao.exe"; Description: "打开对照检查写作助手"; Flags: nowait postinstall skipifsilent
