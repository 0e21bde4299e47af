namespace Support.Sdk.Telemetry;

/// <summary>The names under which OpenTelemetry finds the package.</summary>
public static class SupportSdkTelemetry
{
    /// <summary>The name of the meter and of the activity source. <c>AddMeter("Support.Sdk*")</c> takes those of all packages.</summary>
    public const string Name = "Support.Sdk";
}
