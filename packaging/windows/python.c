/* python.exe and pythonw.exe of the bench: the wheel that brings CPython for Windows has the library but not these. */
#include <windows.h>
#include <shellapi.h>

typedef int (*main_function)(int, wchar_t **);

static int start(int count, wchar_t **arguments)
{
    HMODULE python = LoadLibraryW(L"python311.dll");
    main_function run = python ? (main_function)(void *)GetProcAddress(python, "Py_Main") : NULL;
    return run ? run(count, arguments) : 99;
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, LPWSTR line, int show)
{
    int count;
    LPWSTR *arguments = CommandLineToArgvW(GetCommandLineW(), &count);
    (void)instance, (void)previous, (void)line, (void)show;
    return start(count, arguments);
}
#else
int wmain(int count, wchar_t **arguments)
{
    return start(count, arguments);
}
#endif
