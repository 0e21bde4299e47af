using WebinarImportSample.Hosting;

namespace WebinarImportSample.Commands;

/// <summary>Prints the JSON schema of mappings, or writes it to a file.</summary>
internal sealed class SchemaCommand() : Command("schema", null, Option.Out)
{
    public override async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var schema = typeof(SchemaCommand).Assembly.GetManifestResourceStream("webinar-mapping-1.schema.json")!;
        if (context.Line.Text(Option.Out) is not { } path)
        {
            using var reader = new StreamReader(schema);
            context.Screen.Raw(await reader.ReadToEndAsync(cancellationToken));
            return ExitCode.Done;
        }

        await OutputFile.WriteAsync(path, file => schema.CopyToAsync(file, cancellationToken));

        context.Screen.Say("written", ("file", path));
        return ExitCode.Done;
    }
}
