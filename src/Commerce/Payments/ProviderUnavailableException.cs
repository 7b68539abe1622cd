namespace Lavka.Commerce;

/// <summary>A provider did not answer this time; the job is run again.</summary>
public sealed class ProviderUnavailableException(string why) : Exception(why);
