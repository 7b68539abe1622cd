namespace Lavka.Bench.Forms;

/// <summary>How much is asked of a contestant.</summary>
internal sealed record FormLoad(int People, int Connections, TimeSpan WarmUp, TimeSpan Time);
