namespace Lavka.Pure.Talk.Guide;

public enum Place
{
    Hall,
    Terrace,
}
