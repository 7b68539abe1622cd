namespace Lavka.Pure.Talk.Guide;

public enum Seat
{
    Hall,
    Terrace,
}
