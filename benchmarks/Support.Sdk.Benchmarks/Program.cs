using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Support.Sdk.Benchmarks.Imports;
using Support.Sdk.Benchmarks.PostgreSql;

if (await ImportMeasures.TryRunAsync(args))
{
    return 0;
}

// `--smoke` runs every benchmark once, in this process: it shows that they work, not how fast they are.
var smoke = args.Contains("--smoke");
var config = DefaultConfig.Instance
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.Min, StatisticColumn.Median)
    .HideColumns(Column.Error, Column.StdDev, Column.RatioSD);
if (smoke)
{
    config = config.AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance));
}

// What needs PostgreSQL is left out where none is installed, unless it is asked for.
if (!ThrowAwayServer.IsInstalled && !ThrowAwayServer.IsRequired && args.All(arg => arg == "--smoke"))
{
    Console.WriteLine("No PostgreSQL is installed: its benchmarks are left out.");
    config = config.AddFilter(new SimpleFilter(benchmark => !benchmark.Descriptor.HasCategory(PostgreSqlCommitBenchmarks.Category)));
}

if (args is ["--smoke"])
{
    await ImportMeasures.SmokeAsync();
}

string[] rest = [.. args.Where(arg => arg != "--smoke")];
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest is [] ? ["--filter", "*"] : rest, config).ToList();
var failed = summaries.Count == 0 || summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Length == 0 || summary.Reports.Any(report => !report.Success));
return failed ? 1 : 0;
