using Microsoft.Extensions.Options;
using Support.Sdk.Failures;
using Support.Sdk.Salesforce.Records;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Salesforce.WorkItems;

/// <summary>Salesforce records as work items: what is told about a meeting becomes an Event (or the configured object) on the record.</summary>
/// <remarks>
/// Once per key by a unique external id, which Salesforce itself guards: an invitation is created and a second creation is turned away with <c>DUPLICATE_VALUE</c>, so a late
/// repetition cannot undo a cancellation; cancellation and log are the last words on a meeting and are upserted onto the same record.
/// </remarks>
internal sealed class SalesforceWorkItems(ISalesforceClientFactory clients, IOptionsMonitor<SalesforceOptions> options) : IWorkItems
{
    private static readonly SalesforceErrorCode[] RecordIsGone =
    [
        SalesforceErrorCode.EntityIsDeleted,
        new("INVALID_CROSS_REFERENCE_KEY"),
        new("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY"),
    ];

    // KeyProblemAsync has looked: the org keeps the field unique.
    private static readonly SaveOptions ByUniqueKey = new() { IsKeyUnique = true };

    public async ValueTask<WorkItem?> FindAsync(WorkItemRef workItem, CancellationToken cancellationToken = default)
    {
        var (client, record) = Resolve(workItem);
        if (await SalesforceRecords.FindAsync(client, record, cancellationToken).ConfigureAwait(false) is not { } kind)
        {
            return null;
        }

        try
        {
            var found = await client.Records.GetAsync(kind.Name, record.Value, kind.Fields, cancellationToken).ConfigureAwait(false);
            return new(
                workItem,
                found.GetString(kind.SubjectField) ?? "",
                kind.IsLead && found.GetBoolean(SalesforceRecords.IsConverted) == true ? WorkItemStatus.Closed : default,
                kind.RequesterField is { } requester ? found.GetString(requester) : null);
        }
        catch (SupportRequestException exception) when (exception.Kind == FailureKind.NotFound || exception.Is(SalesforceErrorCode.EntityIsDeleted))
        {
            return null;
        }
    }

    public async ValueTask<CommentResult> CommentAsync(WorkItemRef workItem, WorkItemComment comment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(comment);
        ArgumentException.ThrowIfNullOrWhiteSpace(comment.Key, nameof(comment));
        var (client, record) = Resolve(workItem);
        if (comment.Status is { } status && status != default)
        {
            return new(CommentRejection.Refused, $"A Salesforce record takes no status with a meeting; leave '{status}' out and change the record itself.");
        }

        var meetings = options.Get(workItem.Account).Meetings;
        try
        {
            return await KeyProblemAsync(client, meetings, cancellationToken).ConfigureAwait(false) is { } problem
                ? new(CommentRejection.Refused, problem)
                : await WriteAsync(client, meetings, record, comment, cancellationToken).ConfigureAwait(false);
        }
        catch (SupportRequestException exception) when (RejectionOf(exception) is { } rejection)
        {
            return new(rejection, exception.Description);
        }
    }

    /// <summary>Without a field that Salesforce keeps unique nothing could be promised; so it is looked at first. The describe is kept by the client.</summary>
    private static async ValueTask<string?> KeyProblemAsync(SalesforceClient client, SalesforceMeetingOptions meetings, CancellationToken cancellationToken)
    {
        var description = await client.Metadata.DescribeAsync(meetings.Object, cancellationToken).ConfigureAwait(false);
        return description.FindField(meetings.KeyField) is { ExternalId: true, Unique: true, CaseSensitive: true, Createable: true, Length: >= MeetingRecord.MaxKeyLength }
            ? null
            : $"{meetings.Object} has no field {meetings.KeyField} that keeps a meeting to one record. Ask the Salesforce administrator to add it: text of 255 characters, "
                + "external id, unique (case-sensitive), and writable for the user of this connection.";
    }

    private static async ValueTask<CommentResult> WriteAsync(
        SalesforceClient client, SalesforceMeetingOptions meetings, RecordId record, WorkItemComment comment, CancellationToken cancellationToken)
    {
        var key = MeetingRecord.KeyOf(record, comment);
        var values = MeetingRecord.ValuesOf(meetings, record, comment);
        if (comment.Meeting is { Notice: not MeetingNotice.Invitation })
        {
            return await UpsertAsync(client, meetings, key, values, cancellationToken).ConfigureAwait(false);
        }

        values[meetings.KeyField] = key;
        try
        {
            await client.Records.CreateAsync(meetings.Object, values, cancellationToken: cancellationToken).ConfigureAwait(false);
            return CommentResult.Written;
        }
        catch (SupportRequestException exception) when (exception.Is(SalesforceErrorCode.DuplicateValue))
        {
            // By an earlier attempt; unless the duplicate is the value of another field of the org's own object.
            var found = await client.Records.FindAsync(meetings.Object, meetings.KeyField, key, ["Id"], cancellationToken).ConfigureAwait(false);
            return found.Record is not null ? CommentResult.Written : new(CommentRejection.Refused, exception.Description);
        }
    }

    private static async ValueTask<CommentResult> UpsertAsync(
        SalesforceClient client, SalesforceMeetingOptions meetings, string key, RecordValues values, CancellationToken cancellationToken)
    {
        try
        {
            return Result(await client.Records.UpsertAsync(meetings.Object, meetings.KeyField, key, values, options: ByUniqueKey, cancellationToken: cancellationToken).ConfigureAwait(false));
        }
        catch (SupportRequestException exception) when (exception.Is(SalesforceErrorCode.DuplicateValue))
        {
            // Another write created the record between Salesforce's look and its write; now it is there to be changed.
            return Result(await client.Records.UpsertAsync(meetings.Object, meetings.KeyField, key, values, options: ByUniqueKey, cancellationToken: cancellationToken).ConfigureAwait(false));
        }
    }

    private static CommentResult Result(UpsertOutcome outcome) => outcome.IsAmbiguous
        ? new(CommentRejection.Refused, $"Several records have the key: {string.Join(", ", outcome.CandidateIds)}. Delete all but one of them.")
        : CommentResult.Written;

    /// <summary>What passes, and a missing budget or permission, is not the comment's fault and goes to the caller as it is.</summary>
    private static CommentRejection? RejectionOf(SupportRequestException exception) => exception.Kind switch
    {
        FailureKind.Refused or FailureKind.NotFound when RecordIsGone.Any(exception.Is) => CommentRejection.NotFound,
        FailureKind.Refused when exception.Is(SalesforceErrorCode.RequestLimitExceeded) || exception.Is(SalesforceErrorCode.ApiDisabled) => null,
        FailureKind.Refused or FailureKind.NotFound => CommentRejection.Refused,
        _ => null,
    };

    private (SalesforceClient Client, RecordId Record) Resolve(WorkItemRef workItem)
    {
        if (workItem.System != WorkItemRef.Salesforce)
        {
            throw new ArgumentException($"'{workItem}' is no Salesforce record; expected 'salesforce:account:id'.", nameof(workItem));
        }

        // The short form would be another work item to the machines, with a scheduled meeting of its own.
        return RecordId.TryParse(workItem.Id, out var record) && record.Value == workItem.Id
            ? (clients.GetClient(workItem.Account), record)
            : throw new ArgumentException($"'{workItem.Id}' is no id of a Salesforce record in its form of 18 characters; see RecordId.Parse.", nameof(workItem));
    }
}
