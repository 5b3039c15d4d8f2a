"""Publishing to an object store (S3): whole releases, shown by one conditional write."""
