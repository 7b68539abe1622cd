using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>What a job brought back, waiting for the turn of its chat; the views are for the person there.</summary>
public delegate Task<IReadOnlyList<View>> Settlement(Desk desk, CancellationToken ct);
