using System.Collections.Immutable;
using Support.Sdk.Webinars;

namespace WebinarImportSample.Hosting;

/// <summary>A mapping as it stands in a file.</summary>
internal static class MappingFile
{
    /// <summary>The mapping that is used when none is named.</summary>
    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, "mappings", "contacts.json");

    /// <summary>Reads a document; what is wrong with it is the answer, not an exception.</summary>
    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static async Task<(WebinarMapping? Mapping, ImmutableArray<MappingProblem> Problems)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        byte[] document;
        try
        {
            document = await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new BadInputException(path, InputRefusals.FileMissing.Refuse());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(path, InputRefusals.FileUnreadable.Refuse(InputRefusals.Sentence(problem.Message)));
        }

        return WebinarMapping.TryParse(document, out var mapping, out var problems) ? (mapping, []) : (null, problems);
    }
}
