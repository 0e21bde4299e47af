namespace WebinarImportSample.Hosting;

/// <summary>A file that a command writes.</summary>
internal static class OutputFile
{
    /// <exception cref="BadInputException">It cannot be written.</exception>
    public static FileStream Create(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException(path, InputRefusals.FileUnwritable.Refuse(problem.Message));
        }
    }
}
