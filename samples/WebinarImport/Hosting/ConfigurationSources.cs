using Microsoft.Extensions.Configuration;

namespace WebinarImportSample.Hosting;

/// <summary>Where addresses and credentials come from: never from the command line, which others on the machine can read.</summary>
internal sealed record ConfigurationSources(Action<IConfigurationBuilder> Add)
{
    /// <summary>The prefix of environment variables, such as <c>WEBINARIMPORT_Salesforce__MyDomain</c>.</summary>
    public const string Prefix = "WEBINARIMPORT_";

    /// <summary><c>appsettings.json</c> beside the program, the user's secrets, the environment; the last one wins.</summary>
    public static ConfigurationSources OfTheProcess { get; } = new(builder => builder
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddUserSecrets(typeof(ConfigurationSources).Assembly, optional: true)
        .AddEnvironmentVariables(Prefix));

    /// <summary>Reads all of it.</summary>
    /// <exception cref="BadInputException">A file is no JSON.</exception>
    public IConfigurationRoot Read()
    {
        var builder = new ConfigurationBuilder();
        Add(builder);
        try
        {
            return builder.Build();
        }
        catch (Exception problem) when (problem is FormatException or InvalidDataException)
        {
            throw new BadInputException("appsettings.json", InputRefusals.FileUnreadable.Refuse(InputRefusals.Sentence((problem.InnerException ?? problem).Message)));
        }
    }
}
