; The installer for one person, without administrator rights and without a network. `cargo xtask windows` calls it:
; makensis -DVERSION=… -DBUILD=folder of the programs -DROOT=folder of the project -DOUT=the installer vurder.nsi
; /S installs and removes silently, /D=folder (as the last argument) names another folder.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
!include LogicLib.nsh
!include MUI2.nsh

!define PRODUCT "Vurder"
!define KEY "Software\Vurder"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Vurder"
; The type of the files, as the person's own part of the registry knows it.
!define TYPE "Vurder.Workspace"
; Microsoft's name for the WebView2 Runtime.
!define WEBVIEW2 "SOFTWARE\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

Name "${PRODUCT}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Vurder"
InstallDirRegKey HKCU "${KEY}" "Folder"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${PRODUCT}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${PRODUCT} installer"
VIAddVersionKey "LegalCopyright" "MIT or Apache 2.0"

!define MUI_ICON "${ROOT}/icons/icon.ico"
!define MUI_UNICON "${ROOT}/icons/icon.ico"
!insertmacro MUI_PAGE_LICENSE "${ROOT}/LICENSE-MIT"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Has Explorer read the types of files anew.
!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "Vurder"
  SetOutPath "$INSTDIR"
  File "${BUILD}/vurder.exe"
  File "${BUILD}/vurder-cli.exe"
  File /nonfatal "${BUILD}/WebView2Loader.dll"
  File "/oname=workspace.ico" "${ROOT}/icons/icon.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Vurder.lnk" "$INSTDIR\vurder.exe"

  WriteRegStr HKCU "${KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\vurder.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1

  WriteRegStr HKCU "Software\Classes\.vurder" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "Vurder workspace"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\workspace.ico"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\vurder.exe" "%1"'
  !insertmacro TellExplorer

  ; A runtime for all who use the computer, or for this person alone. The program works as soon as it is there.
  StrCpy $0 ""
  SetRegView 32
  ReadRegStr $0 HKLM "${WEBVIEW2}" "pv"
  ${If} $0 == ""
    SetRegView 64
    ReadRegStr $0 HKCU "${WEBVIEW2}" "pv"
  ${EndIf}
  SetRegView default
  ${If} $0 == ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "Vurder is installed. Its window also needs the Microsoft Edge WebView2 Runtime, which this computer does not have. Please ask whoever looks after your computer to install it." /SD IDOK
  ${EndIf}
SectionEnd

; Workspaces and backups are the person's own and stay, wherever they are.
Section "Uninstall"
  Delete "$INSTDIR\vurder.exe"
  Delete "$INSTDIR\vurder-cli.exe"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\workspace.ico"
  Delete "$INSTDIR\uninstall.exe"
  ; Only where nothing else is in it.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Vurder.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  ReadRegStr $0 HKCU "Software\Classes\.vurder" ""
  ${If} $0 == "${TYPE}"
    DeleteRegKey HKCU "Software\Classes\.vurder"
  ${EndIf}
  !insertmacro TellExplorer
SectionEnd
