using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lavka.Commerce;

/// <summary>A time as UTC milliseconds.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

internal sealed class CurrencyCode() : ValueConverter<Currency, string>(currency => currency.Code, code => Currency.Of(code));

internal sealed class CustomerIdText() : ValueConverter<CustomerId, string>(id => id.Value, text => new CustomerId(text));

internal sealed class PaymentIdText() : ValueConverter<PaymentId, string>(id => id.Value, text => new PaymentId(text));

internal sealed class OrderIdText() : ValueConverter<OrderId, string>(id => id.Value, text => new OrderId(text));
