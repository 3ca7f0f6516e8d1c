using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GuidanceBot.Protocol.Connector;

/// <summary>Reads the certificate that the configuration names: PFX, or PEM with the private key in the same file.</summary>
internal static class BotCertificate
{
    /// <exception cref="CryptographicException">The file is not a certificate with a private key, or the password is wrong.</exception>
    public static X509Certificate2? From(BotOptions options)
    {
        if (options.CertificatePath is not { } path)
        {
            return null;
        }

        var certificate = X509Certificate2.GetCertContentType(path) == X509ContentType.Pfx
            ? X509CertificateLoader.LoadPkcs12FromFile(path, options.CertificatePassword)
            : options.CertificatePassword is { } password ? X509Certificate2.CreateFromEncryptedPemFile(path, password)
            : X509Certificate2.CreateFromPemFile(path);
        return certificate.HasPrivateKey
            ? certificate
            : throw new CryptographicException("The file that Bot:CertificatePath names has no private key.");
    }
}
