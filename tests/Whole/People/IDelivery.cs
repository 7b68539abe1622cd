namespace Lavka.Whole;

/// <summary>How what a person does reaches the host.</summary>
public interface IDelivery
{
    Task Write(string text);

    /// <summary>Ends when the press is answered; returns the note beside the button, if it has one.</summary>
    Task<string?> Press(int message, string data);
}
