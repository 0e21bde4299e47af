using System.Globalization;

namespace Support.Sdk.Webinars;

/// <summary>How a participant of an import is named: in what people read, and where somebody is to be recognised in another run.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class ParticipantName
{
    /// <summary>Names a participant.</summary>
    /// <param name="sourceId">Webex' id of the participant; empty when there is none.</param>
    /// <param name="number">The number of the row.</param>
    /// <returns>The id; without one <c>#</c> and the row's number, such as <c>#7</c>: a mere number could be the id of somebody else.</returns>
    public static string Of(string sourceId, long number)
    {
        ArgumentNullException.ThrowIfNull(sourceId);
        return sourceId.Length > 0 ? sourceId : number.ToString("'#'0", CultureInfo.InvariantCulture);
    }
}
