/* Wine before 9 has no bcryptprimitives.dll, which Go programs ask for one function: random bytes. This stand-in hands the
   request on to advapi32. It goes into the Wine prefix of the checks, and into no release. */
#include <stddef.h>

__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, size_t length)
{
	return SystemFunction036(buffer, (unsigned long)length);
}
