using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Support.Sdk.Webinars;

/// <summary>The fingerprint of a plan, in three parts, so that a difference says where it lies. Each is SHA-256 in hexadecimal digits.</summary>
/// <remarks>Immutable and thread-safe. Equal for two runs of the same mapping over the same participants in the same order, with the same records in the same versions.</remarks>
/// <param name="Mapping">Over the mapping's document, the rules about the primary key, and the webinar.</param>
/// <param name="Participants">Over the rows: number, source id, mapped values and what is wrong with them.</param>
/// <param name="Records">Over what was decided: verdict, matched record and its version.</param>
public sealed record PlanFingerprint(string Mapping, string Participants, string Records)
{
    /// <summary>All three as one: SHA-256 in 64 hexadecimal digits. What people confirm.</summary>
    public string Value { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{Mapping}\n{Participants}\n{Records}")));

    /// <summary>The part <see cref="Mapping"/> of whatever is planned by a mapping for a webinar.</summary>
    /// <param name="plan">The compiled mapping.</param>
    /// <param name="webinarId">Webex' id of the webinar.</param>
    /// <exception cref="ArgumentException"><paramref name="webinarId"/> is empty or white space.</exception>
    public static string OfMapping(MappingPlan plan, string webinarId)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentException.ThrowIfNullOrWhiteSpace(webinarId);
        using var digest = new PlanDigest();
        var key = plan.Columns[plan.KeyColumn].Field;
        digest.Add("support-sdk webinar import 1");
        digest.Add(webinarId);
        digest.Add(key.IsUnique ? key.IsCaseSensitive ? "unique by case" : "unique" : "");
        digest.Add(plan.Mapping.ToUtf8Json());
        return digest.Current;
    }

    /// <summary>Which parts differ from those of another plan; empty when the plan still holds. Which rows it is, <see cref="DriftCheck"/> says.</summary>
    /// <param name="now">The fingerprint of the later run.</param>
    public ImmutableArray<PlanPart> Compare(PlanFingerprint now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var parts = ImmutableArray.CreateBuilder<PlanPart>();
        Add(PlanPart.Mapping, Mapping, now.Mapping);
        Add(PlanPart.Participants, Participants, now.Participants);
        Add(PlanPart.Records, Records, now.Records);
        return parts.ToImmutable();

        void Add(PlanPart part, string before, string after)
        {
            if (!string.Equals(before, after, StringComparison.Ordinal))
            {
                parts.Add(part);
            }
        }
    }

    /// <summary>The fingerprint as one.</summary>
    public override string ToString() => Value;
}
