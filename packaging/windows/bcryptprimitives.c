/* Wine before 9 has no bcryptprimitives.dll, of which Rust's standard library takes random numbers. Windows has it; this
   stand-in is for tests under Wine alone and is in no package. */
#include <windows.h>

/* advapi32 exports it under this name only; documentation calls it RtlGenRandom. */
BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length)
{
    const SIZE_T most = 1 << 20;
    while (length > 0) {
        ULONG now = (ULONG)(length < most ? length : most);
        if (!SystemFunction036(bytes, now))
            return FALSE;
        bytes += now;
        length -= now;
    }
    return TRUE;
}
