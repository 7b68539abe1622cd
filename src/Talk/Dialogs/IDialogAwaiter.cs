using System.Runtime.CompilerServices;

namespace Lavka.Talk;

/// <summary>
/// The mark of what may be awaited in a dialog: a question, <c>Once</c>, <c>Look</c> and a part. Anything else (a task, a delay, a web request)
/// does not compile there: error CS0315.
/// </summary>
public interface IDialogAwaiter : ICriticalNotifyCompletion;
