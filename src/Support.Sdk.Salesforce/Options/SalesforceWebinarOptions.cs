namespace Support.Sdk.Salesforce;

/// <summary>How participants of webinars are imported (WBN-01 to WBN-12).</summary>
/// <remarks>Read anew at each call, so a change of configuration counts at once.</remarks>
public sealed class SalesforceWebinarOptions
{
    /// <summary>How many queries of one look-up may be under way at once. One query holds some 300 keys.</summary>
    /// <value>2 by default; 1 to 10. All calls of the account share <see cref="Support.Sdk.Http.SupportHttpOptions.MaxConcurrency"/>.</value>
    public int LookupConcurrency { get; set; } = 2;

    /// <summary>
    /// Whether records are saved although a duplicate rule matches, where the rule allows it (<c>Sforce-Duplicate-Rule-Header</c>; fact sheet 3). It counts below the importer's
    /// threshold for jobs: whether the Bulk API regards the header is UNVERIFIED, and it reports such rows as <c>DUPLICATES_DETECTED</c>.
    /// </summary>
    /// <value><see langword="null"/> by default: no header, the rules of the org decide.</value>
    public bool? SaveDuplicates { get; set; }

    /// <summary>Whether the active assignment rule of leads runs for records that are written without a job (<c>Sforce-Auto-Assign</c>; fact sheet 6).</summary>
    /// <value><see langword="false"/> by default, as jobs have it without <see cref="AssignmentRuleId"/>: small and large imports do the same.</value>
    public bool AutoAssign { get; set; }

    /// <summary>The assignment rule of leads that jobs apply (<c>assignmentRuleId</c>; fact sheet 9.1).</summary>
    /// <value><see langword="null"/> by default: none.</value>
    public string? AssignmentRuleId { get; set; }

    /// <summary>The wait before a job is looked at first; it doubles from look to look, and each look costs one call of the daily budget.</summary>
    /// <value>1 second by default; 1 millisecond to 1 hour.</value>
    public TimeSpan JobFirstWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two looks at a job.</summary>
    /// <value>30 seconds by default; <see cref="JobFirstWait"/> to 1 hour.</value>
    public TimeSpan JobLongestWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>For how long a job is waited for in all; afterwards the wait ends in <see cref="TimeoutException"/> and can be begun anew.</summary>
    /// <value>2 hours by default; above zero, 24 hours at most.</value>
    public TimeSpan JobPatience { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How the Webex package's own campaign members are written.</summary>
    public SalesforceWebinarMemberOptions WebinarCampaignMembers { get; } = new();
}
