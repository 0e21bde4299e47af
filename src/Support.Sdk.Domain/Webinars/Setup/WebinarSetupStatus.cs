namespace Support.Sdk.Webinars;

/// <summary>How far the import of webinars is configured.</summary>
public enum WebinarSetupStatus
{
    /// <summary>No object has a mapping: there is nothing into which could be imported.</summary>
    Unmapped,

    /// <summary>There are mappings, but the import is switched on for nobody.</summary>
    Off,

    /// <summary>There are mappings, and the import is switched on for everybody, or for chosen users and profiles.</summary>
    On,
}
