namespace Support.Sdk.Webinars;

/// <summary>What is known of a change of the primary key when it is asked for (WBN-07).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="From">The field that was the primary key when the records were looked at.</param>
/// <param name="Forecast">What the change does to the records that were imported.</param>
/// <param name="IsConfirmed">Whether somebody saw the forecast and wants the change nevertheless.</param>
public sealed record KeyChange(string From, KeyChangeForecast Forecast, bool IsConfirmed = false);
