using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Support.Sdk.Webinars;

namespace Support.Sdk.Benchmarks.Webinars;

/// <summary>A registrant's JSON to a row of CSV: thirteen columns, five of them converted. By hand through a typed model, and by the plan of a mapping that is known at run time only.</summary>
public class WebinarRowBenchmarks
{
    private readonly byte[][] _registrants = Registrants.Create();
    private readonly MappedRow _row = MappingPlan.Compile(Registrants.Mapping, Registrants.Lead).CreateRow(ParticipantKind.Registrant);
    private readonly ArrayBufferWriter<byte> _output = new(1024 * 1024);

    /// <summary>What was written last.</summary>
    public ReadOnlyMemory<byte> Output => _output.WrittenMemory;

    [Benchmark(Baseline = true, OperationsPerInvoke = Registrants.Count)]
    public int DeserializeMapAndWrite()
    {
        _output.ResetWrittenCount();
        var count = 0;
        foreach (var json in _registrants)
        {
            count += HandWrittenCsv.TryWrite(JsonSerializer.Deserialize(json, RegistrantJsonContext.Default.Registrant)!, _output) ? 1 : 0;
        }

        return count;
    }

    [Benchmark(OperationsPerInvoke = Registrants.Count)]
    public int DeserializeOnlyWhatIsMapped()
    {
        _output.ResetWrittenCount();
        var count = 0;
        foreach (var json in _registrants)
        {
            count += HandWrittenCsv.TryWrite(JsonSerializer.Deserialize(json, RegistrantJsonContext.Default.LeanRegistrant)!, _output) ? 1 : 0;
        }

        return count;
    }

    [Benchmark(OperationsPerInvoke = Registrants.Count)]
    public int Plan()
    {
        _output.ResetWrittenCount();
        var count = 0;
        foreach (var json in _registrants)
        {
            if (_row.Read(json))
            {
                _row.WriteCsv(_output);
                count++;
            }
        }

        return count;
    }
}
