/* For Wine alone, never shipped: the names of Windows' own icuuc.dll that Qt asks for when it is loaded.

   Opening a converter fails, and Qt then has the encodings that it knows by itself; the program uses none but Python's. */
#define EXPORTED __declspec(dllexport)
#define ABSENT 4 /* U_FILE_ACCESS_ERROR */
#define NOTHING(name) EXPORTED void name(void) {}

EXPORTED void *ucnv_open(const char *name, int *error) { (void)name; *error = ABSENT; return 0; }
EXPORTED const char *ucnv_getName(void *converter, int *error) { (void)converter; *error = ABSENT; return ""; }
EXPORTED const char *ucnv_getStandardName(const char *a, const char *b, int *error) { (void)a, (void)b; *error = ABSENT; return 0; }
EXPORTED const char *ucnv_getAvailableName(int index) { (void)index; return 0; }
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED int ucnv_toUCountPending(void) { return 0; }
EXPORTED int ucnv_fromUCountPending(void) { return 0; }
EXPORTED signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
NOTHING(ucnv_close)
NOTHING(ucnv_reset)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)

int __stdcall DllMainCRTStartup(void *instance, unsigned reason, void *reserved)
{
    (void)instance, (void)reason, (void)reserved;
    return 1;
}
