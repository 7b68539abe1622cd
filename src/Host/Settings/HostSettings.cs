namespace Lavka.Host;

/// <summary>The settings of the whole program (architecture section 6), read once at start and validated; nothing reads the environment after that (shipping:H05).</summary>
/// <param name="Database">A connection string: <c>Data Source=...</c> is SQLite.</param>
/// <param name="Urls">Where the host listens.</param>
/// <param name="PublicUrl">Where messengers and providers call, without a slash at the end.</param>
/// <param name="TelegramApi">The Bot API server.</param>
/// <param name="Shops">The shops, each with its section.</param>
public sealed record HostSettings(string Database, string Urls, Uri PublicUrl, Uri TelegramApi, IReadOnlyList<ShopSettings> Shops)
{
    public const int UsualPaymentCalls = 300;

    public static readonly TimeSpan UsualPaymentWindow = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan UsualStopTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a stop may take before it is forced; a third of it is the jobs'.</summary>
    public TimeSpan StopTimeout { get; init; } = UsualStopTimeout;

    /// <summary>How many payment notifications an address may deliver within <see cref="PaymentWindow"/>.</summary>
    public int PaymentCalls { get; init; } = UsualPaymentCalls;

    public TimeSpan PaymentWindow { get; init; } = UsualPaymentWindow;
}
