using GuidanceBot.Tests;
using k8s;
using k8s.Models;

namespace GuidanceBot.Deploy.Tests;

/// <summary>The manifests, read by Kubernetes' own client: a field that does not exist is an error.</summary>
public sealed class KubernetesTests
{
    private static readonly Lazy<IReadOnlyList<object>> Manifests = new(() =>
        [.. KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "kubernetes", "guidancebot.yaml")), strict: true)]);

    private static V1Deployment Deployment => Assert.Single(Manifests.Value.OfType<V1Deployment>());

    private static V1Container Container => Assert.Single(Deployment.Spec.Template.Spec.Containers);

    [Fact]
    public void Every_part_but_the_namespace_stands_in_the_namespace()
    {
        var name = Assert.Single(Manifests.Value.OfType<V1Namespace>()).Metadata.Name;

        Assert.All(Manifests.Value.OfType<IMetadata<V1ObjectMeta>>().Where(part => part is not V1Namespace), part => Assert.Equal(name, part.Metadata.NamespaceProperty));
    }

    [Fact]
    public void The_program_has_no_rights_and_writes_nowhere_but_to_tmp()
    {
        var pod = Deployment.Spec.Template.Spec;

        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.False(pod.AutomountServiceAccountToken);
        Assert.True(Container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(Container.SecurityContext.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], Container.SecurityContext.Capabilities.Drop);
        Assert.Equal(["/tmp"], Container.VolumeMounts.Where(mount => mount.ReadOnlyProperty is not true).Select(mount => mount.MountPath));
    }

    [Fact]
    public void Two_replicas_run_and_one_always_stays()
    {
        Assert.True(Deployment.Spec.Replicas >= 2);
        Assert.Equal("0", Deployment.Spec.Strategy.RollingUpdate.MaxUnavailable.Value);
        Assert.Equal("1", Assert.Single(Manifests.Value.OfType<V1PodDisruptionBudget>()).Spec.MinAvailable.Value);
    }

    [Fact]
    public void Health_is_asked_where_the_program_answers()
    {
        Assert.Equal("/healthz/live", Container.LivenessProbe.HttpGet.Path);
        Assert.Equal("/healthz/ready", Container.ReadinessProbe.HttpGet.Path);
        Assert.Equal(Assert.Single(Container.Ports).Name, Container.ReadinessProbe.HttpGet.Port.Value);
        Assert.NotNull(Container.Resources.Limits["memory"]);
    }

    [Fact]
    public void From_outside_only_the_channel_s_path_is_reached()
    {
        var rule = Assert.Single(Assert.Single(Manifests.Value.OfType<V1Ingress>()).Spec.Rules);

        Assert.Equal("/api/messages", Assert.Single(rule.Http.Paths).Path);
    }

    [Fact]
    public void No_secret_stands_in_the_manifests()
    {
        Assert.Empty(Manifests.Value.OfType<V1Secret>());
        Assert.All(Assert.Single(Manifests.Value.OfType<V1ConfigMap>()).Data.Keys, Secrets.MustNotBe);
    }
}
