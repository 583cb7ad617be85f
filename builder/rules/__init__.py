"""The texts of the rules, which `satchel explain` and the handbook show. A build never reads them."""
