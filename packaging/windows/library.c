/* A library that does nothing by itself: python3.dll is made of it and a list of names to pass on to python311.dll. */
int __stdcall DllMainCRTStartup(void *instance, unsigned reason, void *reserved)
{
    (void)instance, (void)reason, (void)reserved;
    return 1;
}
