namespace Support.Sdk.Zendesk.Paging;

internal static class PageSize
{
    public const int Maximum = 100;

    public static VendorPath Cursor(this VendorPath path, int? pageSize) => path.Query("page[size]", Check(pageSize, Maximum));

    public static VendorPath Offset(this VendorPath path, int? pageSize) => path.Query("per_page", Check(pageSize, Maximum));

    public static int Check(int? pageSize, int maximum)
    {
        var size = pageSize ?? Maximum;
        return size >= 1 && size <= maximum
            ? size
            : throw new ArgumentOutOfRangeException(nameof(pageSize), size, $"A page holds 1 to {maximum} items.");
    }
}
