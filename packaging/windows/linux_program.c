/* Under Wine, starts the Linux program of its own name: the tests read PDFs back with pdftotext and the like, which a
   Windows computer that tests has as well. In no package.

   Wine starts a Linux program but can't wait for it. So a shell runs it, and leaves what it wrote and how it ended in
   files; the last one is renamed into place when all are whole. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32767
#define PATIENCE_MS 120000

typedef char *(CDECL *linux_name_of)(const WCHAR *);

static linux_name_of linux_name;

/* A path as Linux knows it, in UTF-16 for a command line. */
static void as_linux(const WCHAR *path, WCHAR *out, int size)
{
    char *name = linux_name(path);
    MultiByteToWideChar(CP_UTF8, 0, name, -1, out, size);
    HeapFree(GetProcessHeap(), 0, name);
}

static void append(WCHAR *line, const WCHAR *text)
{
    if (wcslen(line) + wcslen(text) < LONGEST)
        wcscat(line, text);
}

/* Copies a file to one of this program's outputs, and removes it. */
static void hand_on(const WCHAR *file, DWORD output)
{
    static char block[1 << 16];
    DWORD length, written;
    HANDLE from = CreateFileW(file, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);
    if (from == INVALID_HANDLE_VALUE)
        return;
    while (ReadFile(from, block, sizeof block, &length, NULL) && length > 0)
        WriteFile(GetStdHandle(output), block, length, &written, NULL);
    CloseHandle(from);
    DeleteFileW(file);
}

int wmain(int count, WCHAR **arguments)
{
    static WCHAR line[LONGEST + 1], own[MAX_PATH], folder[MAX_PATH], base[MAX_PATH], linux_base[MAX_PATH];
    WCHAR out[MAX_PATH], err[MAX_PATH], end[MAX_PATH], argument[MAX_PATH];
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION process;
    FILE *ended;
    int code = 124, at, waited;

    linux_name = (linux_name_of)(void *)GetProcAddress(GetModuleHandleA("kernel32"), "wine_get_unix_file_name");
    if (!linux_name) {
        fprintf(stderr, "this program works under Wine only\n");
        return 125;
    }
    GetModuleFileNameW(NULL, own, MAX_PATH);
    WCHAR *name = wcsrchr(own, L'\\') + 1;
    WCHAR *ending = wcsrchr(name, L'.');
    if (ending)
        *ending = 0;
    GetTempPathW(MAX_PATH, folder);
    if (!GetTempFileNameW(folder, L"run", 0, base))
        return 125;
    as_linux(base, linux_base, MAX_PATH);

    append(line, L"/bin/sh -c \"b=$1; p=$2; shift 2; \\\"$p\\\" \\\"$@\\\" >$b.out 2>$b.err; "
                 L"echo $? >$b.now; mv $b.now $b.end\" sh \"");
    append(line, linux_base);
    append(line, L"\" \"");
    append(line, name);
    append(line, L"\"");
    for (at = 1; at < count; at++) {
        append(line, L" \"");
        if (arguments[at][0] && arguments[at][1] == L':') {
            as_linux(arguments[at], argument, MAX_PATH);
            append(line, argument);
        } else {
            append(line, arguments[at]);
        }
        append(line, L"\"");
    }
    if (!CreateProcessW(L"Z:\\bin\\sh", line, NULL, NULL, FALSE, 0, NULL, NULL, &start, &process)) {
        fprintf(stderr, "%ls could not be started: %lu\n", name, GetLastError());
        return 125;
    }
    swprintf(out, MAX_PATH, L"%ls.out", base);
    swprintf(err, MAX_PATH, L"%ls.err", base);
    swprintf(end, MAX_PATH, L"%ls.end", base);
    for (waited = 0; waited < PATIENCE_MS && GetFileAttributesW(end) == INVALID_FILE_ATTRIBUTES; waited += 5)
        Sleep(5);
    ended = _wfopen(end, L"r");
    if (ended) {
        if (fscanf(ended, "%d", &code) != 1)
            code = 124;
        fclose(ended);
    }
    hand_on(out, STD_OUTPUT_HANDLE);
    hand_on(err, STD_ERROR_HANDLE);
    DeleteFileW(end);
    DeleteFileW(base);
    return code;
}
