namespace WebinarImportSample.Hosting;

/// <summary>A file that a command writes: whole, or not at all.</summary>
internal static class OutputFile
{
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="store">The store, which must not be written over; <see langword="null"/> when none is used.</param>
    /// <exception cref="BadInputException">It cannot be written, or is the store.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, string? store = null)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (store is not null && Path.GetFullPath(store) is var kept && full.StartsWith(kept, StringComparison.Ordinal) && full[kept.Length..] is "" or "-wal" or "-shm")
            {
                throw new BadInputException(Option.Out.Name, InputRefusals.OutputIsStore.Refuse(path));
            }

            // Devices, such as /dev/stdout, are no files that another one could take the place of.
            if (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal))
            {
                await using var device = File.OpenWrite(full);
                await write(device);
                return;
            }

            var unfinished = full + ".unfinished";
            try
            {
                await using (var file = File.Create(unfinished))
                {
                    await write(file);
                }

                File.Move(unfinished, full, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException(path, InputRefusals.FileUnwritable.Refuse(InputRefusals.Sentence(problem.Message)));
        }
    }
}
