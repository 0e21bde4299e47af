using System.Text.Json.Serialization;

namespace Support.Sdk.Webinars;

/// <summary>What can happen to the configuration of the import. The set is closed; the names in JSON are stable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(MappingSaved), "mapping-saved")]
[JsonDerivedType(typeof(MappingDeleted), "mapping-deleted")]
[JsonDerivedType(typeof(EverybodySwitched), "everybody-switched")]
[JsonDerivedType(typeof(UserAdded), "user-added")]
[JsonDerivedType(typeof(UserRemoved), "user-removed")]
[JsonDerivedType(typeof(ProfileAdded), "profile-added")]
[JsonDerivedType(typeof(ProfileRemoved), "profile-removed")]
[JsonDerivedType(typeof(RangeSet), "range-set")]
public abstract record WebinarSetupEvent
{
    private protected WebinarSetupEvent()
    {
    }

    /// <summary>The mapping of an object was created or replaced.</summary>
    /// <param name="Mapping">The mapping.</param>
    public sealed record MappingSaved(WebinarMapping Mapping) : WebinarSetupEvent;

    /// <summary>The mapping of an object was removed.</summary>
    /// <param name="Object">The API name of the object.</param>
    public sealed record MappingDeleted(string Object) : WebinarSetupEvent;

    /// <summary>The import was switched on or off for everybody.</summary>
    /// <param name="Enabled">On or off.</param>
    public sealed record EverybodySwitched(bool Enabled) : WebinarSetupEvent;

    /// <summary>A user was chosen.</summary>
    /// <param name="User">The user's id.</param>
    public sealed record UserAdded(string User) : WebinarSetupEvent;

    /// <summary>A user is no longer chosen.</summary>
    /// <param name="User">The user's id.</param>
    public sealed record UserRemoved(string User) : WebinarSetupEvent;

    /// <summary>A profile was chosen.</summary>
    /// <param name="Profile">The profile's name.</param>
    public sealed record ProfileAdded(string Profile) : WebinarSetupEvent;

    /// <summary>A profile is no longer chosen.</summary>
    /// <param name="Profile">The profile's name.</param>
    public sealed record ProfileRemoved(string Profile) : WebinarSetupEvent;

    /// <summary>The ranges of the list of webinars were set.</summary>
    /// <param name="PastDays">How many days before today.</param>
    /// <param name="UpcomingDays">How many days after today.</param>
    public sealed record RangeSet(int PastDays, int UpcomingDays) : WebinarSetupEvent;
}
