using System.Text.Json.Serialization;

namespace Support.Sdk.Meetings;

/// <summary>What the world must do for the meetings of a work item. The set is closed; the names in JSON are stable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Provision), "provision-meeting")]
[JsonDerivedType(typeof(Delete), "delete-meeting")]
[JsonDerivedType(typeof(DeleteUnwanted), "delete-unwanted-meeting")]
[JsonDerivedType(typeof(Reconcile), "reconcile-meeting")]
[JsonDerivedType(typeof(Log), "log-meeting")]
[JsonDerivedType(typeof(Submit), "submit-reply")]
public abstract record MeetingEffect
{
    private protected MeetingEffect()
    {
    }

    /// <summary>Have the provider make the meeting, once.</summary>
    /// <param name="MeetingId">The meeting.</param>
    public sealed record Provision(string MeetingId) : MeetingEffect;

    /// <summary>Have the provider delete the meeting that is being cancelled.</summary>
    /// <param name="MeetingId">The meeting.</param>
    public sealed record Delete(string MeetingId) : MeetingEffect;

    /// <summary>Have the provider delete what it made after nobody wanted it any more.</summary>
    /// <param name="Host">Whose meeting it is.</param>
    /// <param name="ProviderId">The provider's id.</param>
    public sealed record DeleteUnwanted(MeetingHost Host, string ProviderId) : MeetingEffect;

    /// <summary>Ask the provider what became of the meeting.</summary>
    /// <param name="MeetingId">The meeting.</param>
    public sealed record Reconcile(string MeetingId) : MeetingEffect;

    /// <summary>Write down how the meeting went, if logging is switched on (MTG-15).</summary>
    /// <param name="MeetingId">The meeting.</param>
    public sealed record Log(string MeetingId) : MeetingEffect;

    /// <summary>Have the work item's system take the public reply, once.</summary>
    /// <param name="ReplyId">The reply.</param>
    /// <param name="Submission">Which submission of this reply it is, from 1: a reply that was rejected may be submitted again.</param>
    public sealed record Submit(string ReplyId, int Submission) : MeetingEffect;
}
