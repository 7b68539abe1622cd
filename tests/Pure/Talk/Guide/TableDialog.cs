using Lavka.Talk;

namespace Lavka.Pure.Talk.Guide;

public sealed class TableDialog : Dialog<Table>
{
    public override string Name => "table";

    protected override async Flow<Table> Talk()
    {
        var name = await Text("name", new(ru: "На чьё имя записать столик?", en: "In whose name shall we book?")).Sample("Anna");
        var guests = await Number("guests", new(ru: "Сколько вас будет?", en: "How many will you be?")).Sample("2");
        return new Table(name, (int)guests);
    }
}
