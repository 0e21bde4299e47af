using Support.Sdk.ServiceDeskConsole.Hosting;

namespace Support.Sdk.ServiceDeskConsole.Demo;

/// <summary>The demo's technicians.</summary>
internal sealed class DemoDirectory : ITechnicianDirectory
{
    private static readonly IReadOnlyList<Technician> Technicians = [.. DemoTechnician.All.Select(static one => new Technician(one.Id, one.Name))];

    public ValueTask<IReadOnlyList<Technician>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Technicians);
}
