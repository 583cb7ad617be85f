// How a package of any tool is walked: by roles and names.
({})
