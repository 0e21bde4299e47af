namespace Support.Sdk.Webinars;

/// <summary>What <see cref="WebinarSetupWorkflow.SaveMappingAsync"/> is asked for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Mapping">The mapping; takes the place of the one that its object has.</param>
public sealed record SaveMappingRequest(WebinarMapping Mapping)
{
    /// <summary>The field that somebody confirmed to be the primary key (WBN-02); refused with <c>webinars.confirm-primary-key</c> unless it is the mapping's.</summary>
    public string? ConfirmedPrimaryKey { get; init; }

    /// <summary>Whether somebody saw what the change of the primary key means, and wants it nevertheless (WBN-07).</summary>
    public bool IsKeyChangeConfirmed { get; init; }

    /// <summary>What the mapping is checked against besides its object's description; nothing by default, but for the version of the Webex package when the options know it (<see cref="WebinarImportOptions.PackageVersion"/>).</summary>
    public MappingSituation Situation { get; init; } = MappingSituation.Unknown;
}
