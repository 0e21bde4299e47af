namespace Support.Sdk.Webinars;

/// <summary>What can be asked of the configuration of the import. The set is closed.</summary>
public abstract record WebinarSetupCommand
{
    private protected WebinarSetupCommand()
    {
    }

    /// <summary>Creates or replaces the mapping of an object (WBN-02). Whether it fits the object is checked beforehand, by <see cref="MappingValidator"/>.</summary>
    /// <param name="Mapping">The mapping.</param>
    /// <param name="ConfirmedPrimaryKey">The field that somebody confirmed to be the primary key, whatever the case; refused unless it is the mapping's.</param>
    /// <param name="KeyChange">What is known of the change, when the primary key becomes another; refused unless the change is safe or confirmed (WBN-07).</param>
    public sealed record SaveMapping(WebinarMapping Mapping, string? ConfirmedPrimaryKey, KeyChange? KeyChange = null) : WebinarSetupCommand;

    /// <summary>Removes the mapping of an object (WBN-02). What was imported stays.</summary>
    /// <param name="Object">The API name of the object, whatever the case.</param>
    /// <param name="Confirmed">Whether somebody confirmed; refused otherwise.</param>
    public sealed record DeleteMapping(string Object, bool Confirmed) : WebinarSetupCommand;

    /// <summary>Switches the import on or off for all profiles and users (WBN-08). While it is on, the lists do not count; they are kept.</summary>
    /// <param name="Enabled">On or off.</param>
    public sealed record SwitchEverybody(bool Enabled) : WebinarSetupCommand;

    /// <summary>Chooses a user (WBN-08).</summary>
    /// <param name="User">The user's id, as in <see cref="StateMachines.Actor.Id"/>.</param>
    public sealed record AddUser(string User) : WebinarSetupCommand;

    /// <summary>Chooses a user no longer (WBN-08).</summary>
    /// <param name="User">The user's id, whatever the case.</param>
    public sealed record RemoveUser(string User) : WebinarSetupCommand;

    /// <summary>Chooses a profile (WBN-08).</summary>
    /// <param name="Profile">The profile's name, as in <see cref="StateMachines.Actor.Roles"/>.</param>
    public sealed record AddProfile(string Profile) : WebinarSetupCommand;

    /// <summary>Chooses a profile no longer (WBN-08).</summary>
    /// <param name="Profile">The profile's name, whatever the case.</param>
    public sealed record RemoveProfile(string Profile) : WebinarSetupCommand;

    /// <summary>Sets which webinars are shown (WBN-09).</summary>
    /// <param name="PastDays">How many days before today: 0 to <see cref="WebinarRange.MaximumDays"/>.</param>
    /// <param name="UpcomingDays">How many days after today: 0 to <see cref="WebinarRange.MaximumDays"/>.</param>
    public sealed record SetRange(int PastDays, int UpcomingDays) : WebinarSetupCommand;
}
