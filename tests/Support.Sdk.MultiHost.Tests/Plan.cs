using System.Globalization;
using Support.Sdk.PostgreSql.Host;

namespace Support.Sdk.MultiHost.Tests;

/// <summary>A command and the host that is to have it first.</summary>
internal sealed record PlannedCommand(HostCommand Command, int Host);

/// <summary>Commands that are given at the same moment; those of one lane follow one another.</summary>
internal sealed record PlannedStep(double At, string Lane, IReadOnlyList<PlannedCommand> Commands);

/// <summary>A host's death, once so many commands have been given.</summary>
internal sealed record PlannedKill(int AfterCommands, int Host, Trap Trap);

/// <summary>Everything that the test decides, from a seed: who asks what of which host in which order, and which host dies when and in which moment.</summary>
/// <remarks>
/// Sessions are walked through at random: mostly what makes sense next, sometimes what does not, and now and then several technicians at once. A session lives for some
/// seconds; the commands of one end long before that, so that nobody touches it when it expires, and those of another go on beyond. What really happens depends on the
/// machine; what is asked does not.
/// </remarks>
internal sealed class Plan
{
    private const int ErrandStreams = 30;
    private const int Pins = 300;
    private const int WalkLength = 20;
    private const int ShortestLife = 1_500;
    private const int LongestLife = 5_000;

    private readonly Random _random;
    private readonly int _hosts;
    private readonly List<PlannedStep> _steps = [];
    private int _count;

    private Plan(int seed, int hosts) => (_random, _hosts) = (new(seed), hosts);

    public IReadOnlyList<PlannedStep> Steps { get; private set; } = [];

    public IReadOnlyList<PlannedKill> Kills { get; private set; } = [];

    public static Plan Create(int seed, int commands, int commandsPerSecond, int hosts, int kills)
    {
        var plan = new Plan(seed, hosts);
        var milliseconds = commands * 1_000.0 / commandsPerSecond;
        var errands = commands / 10;
        // So many sessions that their beginnings are spread over the whole time.
        var sessions = (commands - errands) / WalkLength;
        for (var number = 0; plan._count < commands - errands; number++)
        {
            plan.Walk(number, milliseconds * number / sessions, Math.Min(plan._random.Next(WalkLength / 2, WalkLength * 3 / 2), commands - errands - plan._count));
        }

        for (var number = 0; plan._count < commands; number++)
        {
            var delay = plan._random.Next(2) == 0 ? 0 : plan._random.Next(200, 1_500);
            plan.Add(
                plan._random.NextDouble() * milliseconds,
                $"errand {number}",
                [(new HostCommand(plan.NextId(), "order", Name("e", number % ErrandStreams), People.Manager) { Subject = Name("errand-", number), Milliseconds = delay }, plan.AnyHost())]);
        }

        plan.Steps = [.. plan._steps.OrderBy(step => step.At)];
        Trap[] traps = [Trap.DeadlinesLeased, Trap.VendorAnswered, Trap.None, Trap.DeadlinesLeased, Trap.Committed, Trap.EffectsLeased];
        plan.Kills =
        [
            .. Enumerable.Range(0, kills).Select(number => new PlannedKill(
                (commands / kills * number) + plan._random.Next(commands / kills),
                plan.AnyHost(),
                traps[number % traps.Length])),
        ];
        return plan;
    }

    private static string Name(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:000}");

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"c{_count++:00000}");

    private void Add(double at, string lane, IEnumerable<(HostCommand Command, int Host)> commands) =>
        _steps.Add(new(at, lane, [.. commands.Select(one => new PlannedCommand(one.Command, one.Host))]));

    private int AnyHost() => _random.Next(_hosts);

    private string AnyTechnician() => People.Technician(_random.Next(People.Technicians));

    private void Walk(int number, double start, int length)
    {
        var (key, device, user) = (Name("s", number), Name("pc-", number), Name("user-", number));
        var life = _random.Next(ShortestLife, LongestLife);
        // A night session is made by somebody who works at night.
        var technician = People.Technician(_random.Next(People.Technicians / 2) * 2);
        var channel = People.Channels[_random.Next(People.Channels.Count)];
        var (assignee, requests, notes, left) = (technician, 0, 0, length);
        var share = 0.3 + (0.9 * _random.NextDouble());
        var at = start;
        // Few PINs, so that live sessions meet over one.
        Give(One("create", technician, $"{channel}/{1_000 + _random.Next(Pins)}", $"{key}-{_random.NextInt64():x16}-{_random.NextInt64():x16}", life));
        if (_random.Next(10) > 0)
        {
            Give(One("launch", user, device));
        }

        while (left > 0)
        {
            switch (_random.Next(100))
            {
                case var chance when left < 3 && chance % 2 == 0:
                    // Ended on purpose, if at all, then at the end.
                    Give(One(chance < 80 ? "close" : "delete", assignee));
                    break;
                case < 22:
                    Consent();
                    break;
                case < 42:
                    Race();
                    break;
                case < 50:
                    Give(One("invite", assignee, AnyTechnician()));
                    break;
                case < 62:
                    Give(One("note", AnyTechnician(), Name($"{key}-note-", notes), Name("What was seen, ", notes++)));
                    break;
                case < 68:
                    var other = AnyTechnician();
                    Give(One("transfer", assignee, other));
                    assignee = other;
                    break;
                case < 74:
                    Give(One("move", assignee, People.Channels[_random.Next(People.Channels.Count)], _random.Next(3) > 0 ? "keep" : "queue", life));
                    break;
                case < 80:
                    Give(One("lose-device", user, device));
                    Give(One("launch", user, device));
                    break;
                default:
                    Anything();
                    break;
            }
        }

        HostCommand One(string kind, string actor, string subject = "", string detail = "", int milliseconds = 0) =>
            new("", kind, key, actor) { Subject = subject, Detail = detail, Milliseconds = milliseconds };

        // The moment's commands, as far as the walk still goes; then time passes.
        void Give(params HostCommand[] commands)
        {
            if (left <= 0)
            {
                return;
            }

            var first = AnyHost();
            Add(at, key, commands.Take(left).Select((command, place) => (command with { Id = NextId() }, first + place)));
            left -= commands.Length;
            at += -Math.Log(1 - _random.NextDouble()) * life * share / length * commands.Length;
        }

        // The end user is asked, and grants, rejects or says nothing; sometimes the answer comes twice, from two hosts.
        void Consent()
        {
            var request = Name($"{key}-request-", requests++);
            Give(One("request", assignee, request));
            switch (_random.Next(10))
            {
                case < 6:
                    Give(One("grant", user, request, device));
                    Give(One("connect", assignee));
                    Give(_random.Next(2) == 0 ? One("stop", user, device) : One("disconnect", assignee));
                    break;
                case < 8:
                    Give(One("grant", user, request, device), One("reject", user, request, device));
                    break;
            }
        }

        // The session is given up, and several want it at the same moment.
        void Race()
        {
            Give(One("release", assignee));
            var takers = Enumerable.Range(0, _random.Next(2, 5)).Select(_ => AnyTechnician()).Distinct().ToArray();
            Give([.. takers.Select(taker => One("take", taker))]);
            assignee = takers[0];
            if (_random.Next(2) == 0)
            {
                // Whoever got it: now it is known who has it.
                assignee = AnyTechnician();
                Give(One("assign", People.Manager, assignee));
            }
        }

        void Anything()
        {
            string[] kinds = ["take", "connect", "disconnect", "release", "leave", "share", "assign", "invite"];
            Give([.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => One(kinds[_random.Next(kinds.Length)], _random.Next(2) == 0 ? assignee : AnyTechnician(), AnyTechnician()))]);
        }
    }
}
