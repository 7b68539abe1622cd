using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Lavka.Whole;

/// <summary>
/// Finds a port for a host that is killed and started again: below those that the system lends to outgoing calls, so nobody takes it in between.
/// </summary>
internal static class FreePort
{
    private const int Lowest = 20_000;
    private const int AboveHighest = 32_000;

    public static int Find()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(Lowest, AboveHighest);
            if (IsFree(port)) return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
