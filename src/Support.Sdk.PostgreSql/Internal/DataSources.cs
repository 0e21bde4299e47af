using Npgsql;

namespace Support.Sdk.PostgreSql;

/// <summary>Makes the data source for a connection string: the slim one of Npgsql, with no more than the store needs, so that trimming and AOT work.</summary>
internal static class DataSources
{
    public static NpgsqlDataSource Create(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Each member of the port is a transaction of its own, whatever the caller has around it.
            Enlist = false,

            // No member leaves anything behind in its session, and resetting it would cost each member as much as a statement.
            NoResetOnClose = true,
        };
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 40;
            settings.AutoPrepareMinUsages = 2;
        }

        if (settings.KeepAlive == 0)
        {
            // Without it a listening connection that a firewall forgot would never be missed.
            settings.KeepAlive = 30;
        }

        settings.ApplicationName ??= "Support.Sdk";
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();
        return builder.Build();
    }
}
