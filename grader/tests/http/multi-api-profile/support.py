PROFILES = "https://profiles.example.com"
POSTS = "https://posts.example.com"
FOLLOWERS = "https://followers.example.com"
