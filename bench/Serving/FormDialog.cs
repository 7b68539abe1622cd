using Lavka.Talk;

namespace Lavka.Bench.Serving;

/// <summary>The form that every contestant serves: three texts and a word that confirms them. With <c>/start</c> that is five turns, each answered by one message.</summary>
internal sealed class FormDialog : Dialog<Filled>
{
    public const string DialogName = "form";

    public override string Name => DialogName;

    protected override async Flow<Filled> Talk() => new(
        await Text("first", new Text(ru: "Как вас зовут?", en: "What is your first name?")).Label(new Text(ru: "Имя", en: "First name")),
        await Text("last", new Text(ru: "Ваша фамилия?", en: "What is your last name?")).Label(new Text(ru: "Фамилия", en: "Last name")),
        await Text("city", new Text(ru: "Из какого вы города?", en: "Which city are you from?")).Label(new Text(ru: "Город", en: "City")),
        await Text("confirm", new Text(ru: "Всё верно? Напишите «да».", en: "Is all of this right? Write yes.")).Label(new Text(ru: "Верно", en: "Right")));
}
