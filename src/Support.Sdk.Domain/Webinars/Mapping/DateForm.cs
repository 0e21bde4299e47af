namespace Support.Sdk.Webinars;

/// <summary>What <see cref="FieldConversion.Date"/> writes.</summary>
public enum DateForm
{
    /// <summary>The instant in UTC, in milliseconds: <c>2026-03-02T13:00:00.000Z</c>. In JSON <c>dateTime</c>.</summary>
    DateTime,

    /// <summary>The day in the conversion's time zone: <c>2026-03-02</c>. In JSON <c>date</c>.</summary>
    Date,
}
