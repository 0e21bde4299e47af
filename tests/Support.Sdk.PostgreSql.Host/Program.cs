using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Support.Sdk;
using Support.Sdk.PostgreSql;
using Support.Sdk.PostgreSql.Host;
using Support.Sdk.Running;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

// One host of several on a database. Carries out commands from standard input, several at a time, and tells of every commit and answer on standard output; its
// workers run as in any host. Ends with its input, or by force. Arguments: connection string, schema, name, lease in milliseconds.
var (connectionString, schema, name) = (args[0], args[1], args[2]);
var lease = TimeSpan.FromMilliseconds(int.Parse(args[3], CultureInfo.InvariantCulture));

var output = Console.OpenStandardOutput();
var outputLock = new Lock();
void Tell(HostMessage message)
{
    var line = Wire.Write(message, WireJson.Default.HostMessage);
    lock (outputLock)
    {
        output.Write(line);
    }
}

var traps = new Traps(Tell);
await using var vendorSource = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 10, MaxAutoPrepare = 4 });
var vendor = new Vendor(vendorSource, Vendor.SchemaOf(schema));

var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new TellingLoggerProvider(Tell));
builder.Services.AddSingleton(provider => ObservedStore.Observe(provider.GetRequiredService<PostgreSqlMachineStore>(), traps, Tell));
builder.Services.AddPostgreSqlStore(options => (options.ConnectionString, options.Schema) = (connectionString, schema));
builder.Services.AddSupportSdk(options => (options.Effects.Lease, options.Deadlines.Lease) = (lease, lease));
builder.Services.AddMachine<SupportSessionMachine, SupportSession, SessionCommand, SessionEvent, NoEffect>(_ => new SessionHandler());
builder.Services.AddMachine<ErrandMachine, Errands, ErrandCommand, ErrandEvent, ErrandEffect>(_ => new ErrandHandler(vendor, name, traps));
using var host = builder.Build();
await host.Services.GetRequiredService<IMachineStore>().CheckAsync();
await host.StartAsync();

var sessions = host.Services.GetRequiredService<MachineRunner<SupportSessionMachine, SupportSession, SessionCommand, SessionEvent, NoEffect>>();
var errands = host.Services.GetRequiredService<MachineRunner<ErrandMachine, Errands, ErrandCommand, ErrandEvent, ErrandEffect>>();
var running = new ConcurrentDictionary<string, Task>();
Tell(new("ready"));

using var input = new StreamReader(Console.OpenStandardInput());
while (input.ReadLine() is { } line)
{
    var command = Wire.Read(line, WireJson.Default.HostCommand) ?? throw new InvalidOperationException($"A line was cut off: {line}");
    if (command.Kind == "arm")
    {
        traps.Arm(Enum.Parse<Trap>(command.Subject));
        continue;
    }

    running[command.Id] = Task.Run(() => RunAsync(command));
}

await Task.WhenAll(running.Values);
await host.StopAsync();
return 0;

async Task RunAsync(HostCommand command)
{
    try
    {
        var refusal = await ExecuteAsync(command);
        Tell(new("answered")
        {
            Id = command.Id,
            Refusal = refusal?.Code ?? "",
            Detail = refusal is null ? "" : string.Join(',', refusal.Values.Select(value => value.ToString())),
        });
    }
    catch (Exception exception)
    {
        // Not hidden: the test fails for it.
        Tell(new("failed") { Id = command.Id, Detail = exception.ToString() });
    }

    running.TryRemove(command.Id, out _);
}

async Task<Refusal?> ExecuteAsync(HostCommand command)
{
    var origin = new CommandOrigin(People.Find(command.Actor), command.Id);
    return command.Kind == "order"
        ? (await errands.ExecuteAsync(ErrandMachine.StreamOf(command.Key), new ErrandCommand.Order(command.Subject, TimeSpan.FromMilliseconds(command.Milliseconds)), origin)).Refusal
        : (await sessions.ExecuteAsync(SupportSessionMachine.StreamOf(command.Key), SessionCommands.Read(command), origin)).Refusal;
}
