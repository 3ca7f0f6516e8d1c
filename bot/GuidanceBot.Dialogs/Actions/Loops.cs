using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>Runs its actions once for each item of a list or property of an object.</summary>
/// <remarks>
/// Within a turn the items are those at the beginning. After a turn the list is read again, unless it is gone: then the items
/// kept in the state go on (the members of <c>turn.activity</c>, say).
/// </remarks>
internal sealed class Foreach(ContentNode node) : ActionScope(node)
{
    private const string Round = "round";
    private const string Items = "cachedItems";

    private readonly Binding? _disabled = node.Condition("disabled");
    private readonly Binding? _items = node.TextBinding("itemsProperty", required: true);
    private readonly Binding _index = node.TextBinding("index") ?? Binding.Of("dialog.foreach.index");
    private readonly Binding _value = node.TextBinding("value") ?? Binding.Of("dialog.foreach.value");

    private protected override string Label => $"{_items}";

    internal override Step Begin(DialogContext dc, object? options)
    {
        if (_disabled is not null && _disabled.IsTrue(dc))
        {
            return Step.End();
        }

        var items = Read(dc);
        dc.Active!.Scratch = items;
        dc.Active.State[Items] = items;
        return Start(dc, items, 0);
    }

    protected override Step OnEndOfActions(DialogContext dc, object? result) => NextRound(dc);

    protected override Step OnContinue(DialogContext dc, ScopeCommand command) => NextRound(dc);

    protected override Step OnBreak(DialogContext dc, ScopeCommand command) => Step.End();

    private Step NextRound(DialogContext dc)
    {
        var state = dc.Active!.State;
        var items = dc.Active.Scratch as List<object?>;
        if (items is null)
        {
            items = Read(dc);
            items = items.Count > 0 ? items : state[Items] as List<object?> ?? [];
            dc.Active.Scratch = items;
        }

        return Start(dc, items, (int)(state[Round] as long? ?? 0) + 1);
    }

    private Step Start(DialogContext dc, List<object?> items, int round)
    {
        if (round >= items.Count)
        {
            return Step.End();
        }

        dc.Active!.State[Round] = Box.Of((long)round);
        var item = (DialogObject)items[round]!;
        dc.SetValue(_value.Text(dc)!, item["value"]);
        dc.SetValue(_index.Text(dc)!, item["index"]);
        return Actions.Count > 0 ? BeginAction(dc, 0) : Start(dc, items, round + 1);
    }

    private List<object?> Read(DialogContext dc)
    {
        var made = new List<object?>();
        switch (dc.GetValue(_items!.Text(dc)!))
        {
            case List<object?> list:
                for (var i = 0; i < list.Count; i++)
                {
                    made.Add(new DialogObject(2) { ["index"] = Box.Of((long)i), ["value"] = Value.Clone(list[i]) });
                }

                break;
            case DialogObject o:
                foreach (var (name, value) in o)
                {
                    made.Add(new DialogObject(2) { ["index"] = name, ["value"] = Value.Clone(value) });
                }

                break;
        }

        return made;
    }
}

/// <summary>Runs its actions once for each page of so many items of a list.</summary>
internal sealed class ForeachPage(ContentNode node) : ActionScope(node)
{
    private readonly Binding? _disabled = node.Condition("disabled");
    private readonly Binding? _items = node.TextBinding("itemsProperty", required: true);
    private readonly Binding _page = node.TextBinding("page") ?? Binding.Of("dialog.foreach.page");
    private readonly Binding _pageIndex = node.TextBinding("pageIndex") ?? Binding.Of("dialog.foreach.pageindex");
    private readonly Binding _pageSize = node.NumberBinding("pageSize") ?? Binding.Of(Box.Of(10L));

    private protected override string Label => $"{_items}";

    internal override Step Begin(DialogContext dc, object? options)
    {
        if (_disabled is not null && _disabled.IsTrue(dc))
        {
            return Step.End();
        }

        dc.SetValue(_pageIndex.Text(dc)!, Box.Of(0L));
        return NextPage(dc);
    }

    protected override Step OnEndOfActions(DialogContext dc, object? result) => NextPage(dc);

    protected override Step OnContinue(DialogContext dc, ScopeCommand command) => NextPage(dc);

    protected override Step OnBreak(DialogContext dc, ScopeCommand command) => Step.End();

    private Step NextPage(DialogContext dc)
    {
        var index = dc.GetValue(_pageIndex.Text(dc)!) as long? ?? 0;
        var size = Math.Max(1, (long)_pageSize.Number(dc));
        if (dc.GetValue(_items!.Text(dc)!) is not List<object?> items || index * size >= items.Count || Actions.Count == 0)
        {
            return Step.End();
        }

        dc.SetValue(_page.Text(dc)!, items.GetRange((int)(index * size), (int)Math.Min(size, items.Count - (index * size))));
        dc.SetValue(_pageIndex.Text(dc)!, Box.Of(index + 1));
        return BeginAction(dc, 0);
    }
}
