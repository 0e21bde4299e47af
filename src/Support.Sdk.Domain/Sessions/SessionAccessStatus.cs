namespace Support.Sdk.Sessions;

/// <summary>How far the technicians have come towards the end user's computer (SES-05).</summary>
public enum SessionAccessStatus
{
    /// <summary>Nobody has asked, or the last request came to nothing.</summary>
    None,

    /// <summary>A technician has asked, and the end user has not answered yet.</summary>
    Requested,

    /// <summary>The end user has granted the permission; nobody is connected.</summary>
    Granted,

    /// <summary>At least one technician is connected.</summary>
    Connected,
}
