namespace Support.Sdk.Webinars;

/// <summary>What can befall the configuration of the import.</summary>
public enum WebinarSetupTrigger
{
    /// <summary>The mapping of an object is created or replaced.</summary>
    SaveMapping,

    /// <summary>The mapping of an object is removed.</summary>
    DeleteMapping,

    /// <summary>The import is switched on or off for everybody.</summary>
    SwitchEverybody,

    /// <summary>A user is chosen.</summary>
    AddUser,

    /// <summary>A user is no longer chosen.</summary>
    RemoveUser,

    /// <summary>A profile is chosen.</summary>
    AddProfile,

    /// <summary>A profile is no longer chosen.</summary>
    RemoveProfile,

    /// <summary>The ranges of the list of webinars are set.</summary>
    SetRange,
}
